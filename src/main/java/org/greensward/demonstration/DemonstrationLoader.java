package org.greensward.demonstration;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.greensward.authority.AuthoritySettings;
import org.greensward.authority.StoreKind;
import org.greensward.error.UserException;
import org.greensward.importing.ImportService;
import org.greensward.layer.importing.ImportReport;
import org.greensward.layer.importing.ImportRequest;
import org.greensward.layer.importing.ProgressListener;
import org.greensward.licence.Licence;
import org.greensward.licence.LicenceFlag;
import org.greensward.licence.LicenceRepository;

/** Loads the demonstration's files into a new store. */
public final class DemonstrationLoader {
  private static final Map<String, String> FILES = files();
  private static final String SOURCE = "The Greensward demonstration";

  private final ImportService imports;
  private final StoreKind store;
  private final LicenceRepository licences;
  private final Path folder;
  private final ProgressListener progress;

  /**
   * @param folder where the files are, with {@code demonstration.properties}
   * @param progress told each file and how many rows it had
   */
  public DemonstrationLoader(
      ImportService imports,
      StoreKind store,
      LicenceRepository licences,
      Path folder,
      ProgressListener progress) {
    this.imports = imports;
    this.store = store;
    this.licences = licences;
    this.folder = folder;
    this.progress = progress;
  }

  /**
   * Makes the store the demonstration's and imports all its files. To be called in a transaction,
   * so that an interruption leaves a store that was never opened.
   *
   * @throws UserException when a file is missing
   */
  public void load() {
    Properties properties = properties();
    store.foundForDemonstration(
        LocalDate.parse(properties.getProperty("today")),
        properties.getProperty("notice"),
        new AuthoritySettings(
            properties.getProperty("authority.name"),
            properties.getProperty("authority.short-name", ""),
            properties.getProperty("authority.code", ""),
            properties.getProperty("authority.report-url", ""),
            properties.getProperty("authority.os-licence", ""),
            properties.getProperty("authority.councillors-url", ""),
            properties.getProperty("authority.team-name", ""),
            properties.getProperty("authority.team-email", "")));
    FILES.forEach(
        (layer, file) -> {
          ImportReport report =
              imports.run(
                  ImportRequest.of(layer, folder.resolve(file))
                      .withSource(SOURCE, properties.getProperty("licence.line")),
                  ProgressListener.NONE);
          licences.set(
              new Licence(
                  layer,
                  LicenceFlag.OPEN,
                  null,
                  properties.getProperty("licence.line"),
                  properties.getProperty("licence.attribution"),
                  SOURCE));
          progress.at(layer, report.features(), report.features());
        });
  }

  private Properties properties() {
    Path file = folder.resolve("demonstration.properties");
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      return properties;
    } catch (IOException e) {
      throw new UserException(
          "The demonstration's files are not in "
              + folder.toAbsolutePath()
              + "; start in the folder of the project, or with --empty.",
          e);
    }
  }

  /** In the order in which they build on each other. */
  private static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("parishes", "parishes.zip");
    files.put("councils", "councils.csv");
    files.put("statuses", "statuses.csv");
    files.put("forums", "forums.csv");
    files.put("contracts", "contracts.csv");
    files.put("rates", "rates.csv");
    files.put("land", "land.gpkg");
    files.put("context", "context.gpkg");
    files.put("postcodes", "postcodes.csv");
    files.put("places", "places.csv");
    return files;
  }
}
