package org.greensward.ogc.common;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the API at {@code /ogc} may take of the machine.
 *
 * @param largeAtOnce how many responses of more than a thousand features are made at a time; one
 *     more is asked to come back
 * @param time the longest that a response may take, from its start to its last byte
 * @param queryTime the longest that the database may look for features before the first is there
 */
@ConfigurationProperties("greensward.ogc")
public record OgcSettings(
    @DefaultValue("4") int largeAtOnce,
    @DefaultValue("15m") Duration time,
    @DefaultValue("30s") Duration queryTime) {}
