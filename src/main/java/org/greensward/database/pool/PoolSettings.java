package org.greensward.database.pool;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many connections to the database this node may have open at once.
 *
 * @param owner for imports and sign-ins
 * @param ofPublic for public pages, tiles and downloads
 * @param signedIn for whoever signed in
 */
@ConfigurationProperties("greensward.connections")
public record PoolSettings(
    @DefaultValue("6") int owner,
    @DefaultValue("24") int ofPublic,
    @DefaultValue("10") int signedIn) {}
