package org.greensward.tile.serve;

import org.eclipse.jetty.server.Server;
import org.springframework.boot.jetty.JettyWebServer;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts the handler of tiles in front of everything else that the server does, the counting of
 * requests for a graceful end among it, which would cost a tile more than answering it.
 */
@Configuration(proxyBeanMethods = false)
class TileServerConfiguration {

  @Bean
  JettyServletWebServerFactory webServerFactory(
      TileRequestParser addresses, TileResponses answers) {
    return new JettyServletWebServerFactory() {
      @Override
      protected JettyWebServer getJettyWebServer(Server server) {
        TileHandler handler = new TileHandler(addresses, answers);
        handler.setHandler(server.getHandler());
        server.setHandler(handler);
        return super.getJettyWebServer(server);
      }
    };
  }
}
