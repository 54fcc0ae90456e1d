package org.greensward.layer.tile;

/** Something made of rows, to be kept until they change or its memory is needed. */
public interface TileSource {
  /** The layer's revision in the snapshot that the rows were read in. */
  long revision();

  /** Roughly how many bytes it takes in memory. */
  int weight();
}
