package org.greensward.database;

import java.nio.file.Path;
import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the store is and what day it works on.
 *
 * @param data the data folder: cluster, password, log; made when it is not there
 * @param databaseUrl a PostGIS of one's own, {@code postgresql://user:password@host:port/database};
 *     empty: the embedded cluster in the data folder
 * @param exclusive whether this process is the one that serves the store; a command that is not may
 *     join the cluster of one that is
 * @param today the working date, used wherever no date is given; empty: the store's own, else the
 *     clock
 */
@ConfigurationProperties("greensward")
public record StoreSettings(
    @DefaultValue("/var/lib/greensward") Path data,
    @DefaultValue("") String databaseUrl,
    @DefaultValue("false") boolean exclusive,
    LocalDate today) {}
