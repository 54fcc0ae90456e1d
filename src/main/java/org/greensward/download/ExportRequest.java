package org.greensward.download;

import java.time.LocalDate;
import org.greensward.exchange.write.Crs;
import org.greensward.exchange.write.ExportFormat;

/**
 * What to export, and how.
 *
 * @param crs null for the one that is usual in the format
 */
public record ExportRequest(
    ExportLayer layer, Scope scope, LocalDate at, ExportFormat format, Crs crs) {}
