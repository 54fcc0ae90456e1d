package org.greensward.tile.serve;

import org.eclipse.jetty.server.Server;
import org.springframework.boot.jetty.ConfigurableJettyWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Puts the handler of tiles in front of everything else that the server does. */
@Component
class TileServer implements WebServerFactoryCustomizer<ConfigurableJettyWebServerFactory> {
  private final TileAddresses addresses;
  private final TileAnswers answers;

  TileServer(TileAddresses addresses, TileAnswers answers) {
    this.addresses = addresses;
    this.answers = answers;
  }

  @Override
  public void customize(ConfigurableJettyWebServerFactory factory) {
    factory.addServerCustomizers(this::customize);
  }

  private void customize(Server server) {
    TileHandler handler = new TileHandler(addresses, answers);
    handler.setHandler(server.getHandler());
    server.setHandler(handler);
  }
}
