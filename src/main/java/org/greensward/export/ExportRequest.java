package org.greensward.export;

import java.time.LocalDate;
import org.greensward.export.write.ExportCrs;
import org.greensward.export.write.ExportFormat;
import org.greensward.layer.export.ExportLayer;
import org.greensward.layer.export.ExportScope;

/**
 * What to export, and how.
 *
 * @param crs null for the one that is usual in the format
 */
public record ExportRequest(
    ExportLayer layer, ExportScope scope, LocalDate at, ExportFormat format, ExportCrs crs) {}
