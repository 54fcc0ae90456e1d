package org.greensward.layer.importing;

import java.nio.file.Path;
import java.util.List;

/**
 * What a file holds, before any of it is taken.
 *
 * @param path where it is
 * @param driver the GDAL driver that reads it
 * @param layers those that will be read, at least one
 * @param remarks what the report must tell of it: an encoding that was assumed, a transformation of
 *     coordinates and its accuracy
 */
public record SourceFile(
    Path path, String driver, List<SourceLayer> layers, List<String> remarks) {}
