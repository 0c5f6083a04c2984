package dev.letsbackprop.web.observation;

import dev.letsbackprop.web.ProblemValve;
import java.util.Set;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.ProtocolHandler;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * The server of the management port, where it is another one: with a few threads of the operating
 * system for its own, so that it answers however busy those are that compute.
 *
 * <p>It is named to Spring in a file, and is no component, since it belongs into that server's
 * context alone.
 */
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
public class ManagementServer {
  private static final int THREADS = 4;

  /** A connector is customized last: what is set for the service's own port is not set here. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> ownThreadsAndProblems() {
    return factory -> {
      factory.addConnectorCustomizers(connector -> ownThreads(connector.getProtocolHandler()));
      factory.addEngineValves(new EveryAnswer());
      factory.setErrorPages(Set.of());
      factory.addContextCustomizers(
          context -> {
            if (context.getParent() instanceof StandardHost host) {
              host.setErrorReportValveClass(ProblemValve.class.getName());
            }
          });
    };
  }

  private static void ownThreads(ProtocolHandler handler) {
    // Without an executor, Tomcat makes threads of its own.
    handler.setExecutor(null);
    if (handler instanceof AbstractProtocol<?> protocol) {
      protocol.setMaxThreads(THREADS);
      protocol.setMinSpareThreads(1);
    }
  }
}
