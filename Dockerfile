FROM eclipse-temurin:25-jdk AS build
WORKDIR /build

# Downloads what the build needs; done again only when the build itself changes, and not for each change of the sources.
COPY mvnw pom.xml ./
COPY .mvn .mvn
RUN ./mvnw --batch-mode --no-transfer-progress -DskipTests -Dspotless.check.skip -Dspring-boot.repackage.skip package

COPY src src
RUN ./mvnw --batch-mode --no-transfer-progress -DskipTests -Dspotless.check.skip package \
 && java -Djarmode=tools -jar target/letsbackprop.jar extract --layers --destination extracted \
 && javac -d training src/image/java/Training.java

# Runs real requests, so that the image starts with classes made ready: with the same Java, files and places as the image
# below. Where that fails the image is slower to start, not broken.
FROM eclipse-temurin:25-jre AS training
WORKDIR /app
COPY --from=build /build/extracted/dependencies/ ./
COPY --from=build /build/extracted/snapshot-dependencies/ ./
COPY --from=build /build/extracted/application/ ./
COPY src/image/letsbackprop /usr/local/bin/
COPY --from=build /build/training /training
COPY src/main/resources/openapi/requests /requests
RUN mkdir cache \
 && (java -cp /training Training /app/cache /requests letsbackprop >/tmp/log 2>&1 || { tail -n 20 /tmp/log; echo "No cache: starts take longer."; })

FROM eclipse-temurin:25-jre
WORKDIR /app

# The libraries change seldom, the application often: each in a layer of its own.
COPY --from=build /build/extracted/dependencies/ ./
COPY --from=build /build/extracted/snapshot-dependencies/ ./
COPY --from=build /build/extracted/application/ ./
COPY src/image/letsbackprop /usr/local/bin/
COPY --from=training /app/cache ./cache

# What is to be known of the service stands at a port of its own, which need not be published, and in lines of JSON.
ENV MANAGEMENT_SERVER_PORT=9090 \
    MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE=health,prometheus,sbom \
    LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs

# Nobody in particular: the files above belong to root, and the service writes to /tmp alone.
USER 10001:10001
EXPOSE 8080

# Asks at the port that MANAGEMENT_SERVER_PORT says, and needs no shell; as small and as quick to start as Java can be.
HEALTHCHECK --interval=15s --timeout=10s --start-period=30s --retries=3 \
  CMD ["java", "-XX:AOTCache=/app/cache/command.aot", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx32m", "-Xlog:disable", "-jar", "/app/letsbackprop.jar", "health", "--timeout", "3"]

# Without arguments the service; `docker run -i IMAGE gradients < request.json` is a command.
ENTRYPOINT ["letsbackprop"]
