/**
 * Layers as files: checks a request, finds whose rows it covers, and streams the file. Domain
 * packages contribute their layers as beans of the type {@code layer.export.ExportLayer}. Uses
 * {@code error}, {@code revision}, {@code web}, {@code layer}, {@code licence}.
 */
package org.greensward.export;
