package org.greensward.importing.gdal;

/**
 * What a program of GDAL is run for, in the words of the sentences that tell of its failure.
 *
 * @param doing as a sentence begins with it: {@code Reading verges.shp}
 * @param shorter what to do when it took too long
 * @param undone what an interruption leaves
 * @param broken what a breakdown may mean, and what to do
 */
public record GdalOperation(String doing, String shorter, String undone, String broken) {

  /** Reading a file of somebody's. */
  public static GdalOperation reading(String file) {
    return new GdalOperation(
        "Reading " + file,
        "give a smaller or simpler file",
        "nothing of it was taken",
        "the file is damaged or too large, so export it again or in parts");
  }

  /** Writing a file for somebody. */
  public static GdalOperation writing(String file) {
    return new GdalOperation(
        "Writing " + file,
        "take less of it, one council for example",
        "no file was made",
        "the disk may be full or the file too large, so take less of it, one council for example");
  }
}
