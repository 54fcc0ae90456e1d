package org.greensward.database.cluster;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether people of a GIS reach the embedded database from other machines.
 *
 * @param listen address and port at which they reach it, such as {@code 0.0.0.0:5433} for every
 *     address of this machine; GIS roles alone are let in, and encrypted from elsewhere; empty: the
 *     database listens to this machine only, on a port of its own choice
 * @param certificate a certificate for it, as a PEM file with those that it rests on; empty: one
 *     that openssl makes, which clients cannot check
 * @param key the key of that certificate, as a PEM file without a password
 */
@ConfigurationProperties("greensward.gis")
public record GisSettings(@DefaultValue("") String listen, Path certificate, Path key) {
  /** Nobody reaches it. */
  static final GisSettings OFF = new GisSettings("", null, null);
}
