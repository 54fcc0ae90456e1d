package org.greensward.demonstration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the files of the demonstration. Run it after a change of the facts or of this package; it
 * needs {@code ogr2ogr} on the path and about a minute. The only argument is the folder to write
 * to, by default {@code gis-data}.
 */
public final class GenerateDemonstration {

  /** Everything random follows from this. */
  static final long SEED = 20181001;

  private GenerateDemonstration() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args.length > 0 ? args[0] : "gis-data");
    Files.createDirectories(folder);
    for (String name : List.of("land.gpkg", "context.gpkg")) {
      Files.deleteIfExists(folder.resolve(name));
    }
    Path scratch = Files.createTempDirectory("demonstration");
    try {
      write(folder, scratch);
    } finally {
      delete(scratch);
    }
  }

  private static void write(Path folder, Path scratch) throws IOException {
    Facts facts = Facts.load();
    new Tables(facts, folder, SEED).write();
    ContractTables.write(folder);
    ParishMap map = ParishMap.draw(facts.parishes(), SEED);
    ParishFile.write(map, folder.resolve("parishes.zip"), scratch);
    TownLayout layout = TownLayout.draw(map, SEED);
    new ContextFile(folder.resolve("context.gpkg"), scratch).write(layout);
    new PlaceTables(map, layout).write(folder, SEED);
    List<MadeParcel> land = DemonstrationLand.draw(map, layout, SEED);
    new LandFile(new Stewardship(map, facts), SEED)
        .write(land, folder.resolve("land.gpkg"), scratch);
    System.out.printf(
        "%d parishes, %d streets, %d buildings, %d parcels%n",
        map.parishes().size(), layout.streets().size(), layout.buildings().size(), land.size());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
