package org.greensward.export;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What downloads may take of the machine.
 *
 * @param atOnce how many are made or sent at a time; one more is asked to come back
 * @param time the longest that one may take, from its start to its last byte
 */
@ConfigurationProperties("greensward.downloads")
record DownloadSettings(@DefaultValue("4") int atOnce, @DefaultValue("15m") Duration time) {}
