package org.greensward.database.pool;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.greensward.database.Audience;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Connections for whoever is asking: the public's, whose role can never see more, or those of
 * people who signed in, which tell the database their audience in each transaction.
 */
public final class AudienceDataSource extends AbstractDataSource {
  private final DataSource ofPublic;
  private final DataSource ofSignedIn;

  public AudienceDataSource(DataSource ofPublic, DataSource ofSignedIn) {
    this.ofPublic = ofPublic;
    this.ofSignedIn = ofSignedIn;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Audience audience = Audience.current();
    return audience.isPublic()
        ? ofPublic.getConnection()
        : AudienceConnection.of(ofSignedIn.getConnection(), audience);
  }

  @Override
  public Connection getConnection(String username, String password) {
    throw new UnsupportedOperationException("connections are made for audiences, not for users");
  }
}
