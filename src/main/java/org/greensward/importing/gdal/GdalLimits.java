package org.greensward.importing.gdal;

import java.time.Duration;

/**
 * What one program of GDAL may cost.
 *
 * @param time from its start to its end
 * @param memoryBytes address space
 * @param writtenBytes size of any file that it writes
 */
public record GdalLimits(Duration time, long memoryBytes, long writtenBytes) {}
