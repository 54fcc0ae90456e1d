package org.greensward.importing.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.greensward.error.UserException;
import org.greensward.importing.dataset.Dataset;
import org.greensward.importing.dataset.ImportFormat;
import org.greensward.importing.gdal.Gdal;
import org.greensward.importing.gdal.GdalProcess;
import org.greensward.layer.importing.ReadOptions;
import org.greensward.layer.importing.SourceFile;
import org.greensward.layer.importing.SourceLayer;

/** Asks GDAL what is in a dataset and decides which of it will be read, and how. */
final class DatasetInspection {
  private static final int LONGEST_REASON = 160;

  private final Gdal gdal;
  private final Dataset dataset;
  private final ReadOptions options;
  private final Set<String> remarks = new LinkedHashSet<>();

  DatasetInspection(Gdal gdal, Dataset dataset, ReadOptions options) {
    this.gdal = gdal;
    this.dataset = dataset;
    this.options = options;
    remarks.addAll(dataset.remarks());
  }

  SourceFile inspect(Path file) {
    List<LayerListing> chosen = choose(list());
    List<SourceLayer> layers = new ArrayList<>();
    for (LayerListing layer : chosen) {
      long features =
          options.where() != null
              ? countWhere(layer)
              : dataset.rows() >= 0 ? dataset.rows() : layer.features();
      layers.add(
          new SourceLayer(
              layer.name(),
              isSpatial(layer) ? layer.geometryType() : "None",
              features,
              isSpatial(layer) ? crs(layer) : null,
              List.copyOf(layer.fields())));
    }
    if (layers.stream().allMatch(l -> l.features() == 0)) {
      throw new UserException(
          options.where() != null
              ? dataset.name()
                  + " holds nothing for which "
                  + options.where()
                  + " is true; check --where."
              : dataset.name() + " holds no rows; export it again.");
    }
    return new SourceFile(file, driver(), layers, List.copyOf(remarks));
  }

  /** What GDAL said, fit for a sentence: short, on one line, without the place of our copy. */
  static String reason(Dataset dataset, String said) {
    String tidy =
        said.replace(dataset.path().getParent() + "/", "").strip().replaceFirst("\\.+$", "");
    return tidy.length() <= LONGEST_REASON ? tidy : tidy.substring(0, LONGEST_REASON) + "...";
  }

  private List<LayerListing> list() {
    List<String> words = new ArrayList<>(List.of("ogrinfo", "-ro", "-so", "-al", "-nomd"));
    words.add("-noextent");
    words.addAll(dataset.openOptions());
    words.add(dataset.path().toString());
    try (GdalProcess process = gdal.start(dataset.errand(), dataset.drivers(), words)) {
      String listing = process.readText();
      Optional<String> complaint = process.finish();
      List<LayerListing> layers = LayerListing.parse(listing);
      if (complaint.isPresent()) {
        throw new UserException(
            dataset.name()
                + " cannot be read as "
                + dataset.format().title()
                + (complaint.get().startsWith("it ended")
                    ? ""
                    : " (" + reason(dataset, complaint.get()) + ")")
                + "; check what it is, or export it again.");
      }
      if (layers.isEmpty()) {
        throw new UserException(dataset.name() + " holds no layers; export it again.");
      }
      return layers;
    }
  }

  private List<LayerListing> choose(List<LayerListing> all) {
    List<LayerListing> chosen = all.stream().filter(l -> l.name().equals(options.layer())).toList();
    if (chosen.isEmpty() && options.layer() != null && !isDataset(options.layer())) {
      throw new UserException(
          dataset.name() + " has no layer " + options.layer() + "; it has " + names(all) + ".");
    }
    if (chosen.isEmpty()) {
      chosen = chooseUnnamed(all);
      if (chosen.size() < all.size()) {
        remarks.add(
            dataset.name() + ": of its layers only these were read: " + names(chosen) + ".");
      }
    }
    chosen.forEach(this::check);
    return chosen;
  }

  /** The first sheet of a workbook; all layers with geometry; all tables where none has any. */
  private List<LayerListing> chooseUnnamed(List<LayerListing> all) {
    if (dataset.format().isSpreadsheet()) {
      return all.subList(0, 1);
    }
    List<LayerListing> spatial = all.stream().filter(LayerListing::isSpatial).toList();
    return spatial.isEmpty() ? all : spatial;
  }

  private static String names(List<LayerListing> layers) {
    return layers.stream().map(LayerListing::name).collect(Collectors.joining(", "));
  }

  private void check(LayerListing layer) {
    boolean sayable = Gdal.WORD_CHARSET.newEncoder().canEncode(layer.name());
    if (layer.name().startsWith("-") || !sayable) {
      throw new UserException(
          dataset.name()
              + ": the name of its layer "
              + layer.name()
              + " cannot be used here; rename it with plain letters.");
    }
    if (layer.geometryColumns() > 1 && !dataset.format().isTable()) {
      throw new UserException(
          dataset.name()
              + ": its layer "
              + layer.name()
              + " has several geometries in a row; export it with one.");
    }
  }

  /** Whether the option has already chosen this dataset among those of an archive. */
  private boolean isDataset(String layer) {
    String fileName = dataset.path().getFileName().toString();
    return layer.equalsIgnoreCase(fileName) || layer.equalsIgnoreCase(ImportFormat.base(fileName));
  }

  private boolean isSpatial(LayerListing layer) {
    return layer.isSpatial() && !dataset.format().isTable();
  }

  private long countWhere(LayerListing layer) {
    List<String> words = new ArrayList<>(List.of("ogrinfo", "-ro", "-so", "-nomd", "-noextent"));
    words.addAll(dataset.openOptions());
    words.addAll(dataset.whereOptions(options.where()));
    words.addAll(List.of(dataset.path().toString(), layer.name()));
    try (GdalProcess process = gdal.start(dataset.errand(), dataset.drivers(), words)) {
      List<LayerListing> counted = LayerListing.parse(process.readText());
      Optional<String> complaint = process.finish();
      if (complaint.isPresent() || counted.isEmpty()) {
        throw new UserException(
            "The condition "
                + options.where()
                + " cannot be applied to "
                + dataset.name()
                + " ("
                + reason(dataset, complaint.orElse("no answer"))
                + "); its columns are "
                + String.join(", ", layer.fields())
                + ".");
      }
      return counted.get(0).features();
    }
  }

  private String crs(LayerListing layer) {
    Optional<String> written = CoordinateSystem.of(layer.wkt());
    if (dataset.format() == ImportFormat.GEOJSON
        || dataset.format() == ImportFormat.GEOJSON_LINES) {
      // Without a word of its own GeoJSON is in WGS 84, which many of them are not.
      written = written.filter(c -> options.crs() == null || !c.equals(CoordinateSystem.WGS_84));
    }
    if (written.isEmpty() && options.crs() == null) {
      throw new UserException(
          dataset.name()
              + (dataset.format() == ImportFormat.SHAPEFILE
                  ? " has no .prj that says in which coordinate system it is"
                  : " does not say in which coordinate system it is")
              + "; say which with --crs, for example --crs EPSG:27700.");
    }
    if (written.isPresent() && options.crs() != null && !written.get().equals(options.crs())) {
      throw new UserException(
          dataset.name()
              + " says that it is in "
              + CoordinateSystem.name(written.get())
              + ", but --crs says "
              + options.crs()
              + "; leave --crs out, or correct the file.");
    }
    String crs = written.orElse(options.crs());
    if (!crs.equals(CoordinateSystem.BRITISH_NATIONAL_GRID)) {
      remarks.add(
          CoordinateSystem.remark(dataset.name(), crs, written.isPresent() ? layer.wkt() : null));
    }
    return crs;
  }

  private String driver() {
    return dataset.format().drivers().get(0);
  }
}
