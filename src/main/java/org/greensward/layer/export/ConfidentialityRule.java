package org.greensward.layer.export;

/**
 * Says whether a file may hold rows that the public is not told yet, so that the file says so.
 * Every bean of this type is applied to every file.
 */
public interface ConfidentialityRule {
  /** Whether the audience of this request may get rows of the layer that the public does not. */
  boolean isConfidential(ExportLayer layer);
}
