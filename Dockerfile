FROM eclipse-temurin:25-jdk AS build
WORKDIR /build

# Downloads what the build needs; done again only when the build itself changes, and not for each change of the sources.
COPY mvnw pom.xml ./
COPY .mvn .mvn
RUN ./mvnw --batch-mode --no-transfer-progress -DskipTests -Dspotless.check.skip -Dspring-boot.repackage.skip package

COPY src src
RUN ./mvnw --batch-mode --no-transfer-progress -DskipTests -Dspotless.check.skip package \
 && java -Djarmode=tools -jar target/letsbackprop.jar extract --layers --destination extracted

FROM eclipse-temurin:25-jre
WORKDIR /app

# The libraries change seldom, the application often: each in a layer of its own.
COPY --from=build /build/extracted/dependencies/ ./
COPY --from=build /build/extracted/snapshot-dependencies/ ./
COPY --from=build /build/extracted/application/ ./

# Nobody in particular: the files above belong to root, and the service writes to /tmp alone.
USER 10001:10001
EXPOSE 8080

# The image has no curl: bash asks by itself. HTTP/1.0, so that the answer ends with the connection.
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8080} && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]

ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+UseParallelGC", "-XX:+ExitOnOutOfMemoryError", "-jar", "letsbackprop.jar"]
