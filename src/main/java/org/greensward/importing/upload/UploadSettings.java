package org.greensward.importing.upload;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Files that officers upload.
 *
 * @param folder where they lie until they are applied; empty: {@code uploads} in the data folder
 * @param keep how long one that nobody applied is kept
 */
@ConfigurationProperties("greensward.uploads")
public record UploadSettings(Path folder, @DefaultValue("7d") Duration keep) {}
