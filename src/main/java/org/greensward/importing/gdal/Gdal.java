package org.greensward.importing.gdal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.greensward.error.UserException;

/**
 * GDAL's programs as children without rights, network or drivers that they do not need. A driver
 * that is not wanted is switched off by name, all that this GDAL has but the wanted ones: a virtual
 * dataset under another file's name could read any file of this machine otherwise.
 */
public final class Gdal {
  /** What the words of a command can be written in. */
  public static final Charset WORD_CHARSET =
      Charset.forName(System.getProperty("sun.jnu.encoding", "US-ASCII"));

  private static final Pattern FORMAT_LINE = Pattern.compile("^  (.+?) -[^-]*vector[^-]*- \\(.*$");
  private static final List<String> KEPT_VARIABLES =
      List.of("PATH", "GDAL_DATA", "PROJ_LIB", "PROJ_DATA", "LD_LIBRARY_PATH");
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("LC_ALL", "C.UTF-8"),
          Map.entry("HOME", "/nonexistent"),
          Map.entry("PROJ_NETWORK", "OFF"),
          Map.entry("GDAL_HTTP_PROXY", "http://127.0.0.1:9"),
          Map.entry("GDAL_HTTP_TIMEOUT", "1"),
          Map.entry("CPL_VSIL_CURL_ALLOWED_EXTENSIONS", ".none"),
          Map.entry("GML_SKIP_RESOLVE_ELEMS", "ALL"),
          Map.entry("GML_PARSER", "EXPAT"),
          Map.entry("OGR_XLSX_HEADERS", "FORCE"),
          Map.entry("OGR_ODS_HEADERS", "FORCE"),
          Map.entry("PG_USE_COPY", "YES"));

  private final GdalLimits limits;
  private Sandbox sandbox;
  private List<String> drivers;

  public Gdal(GdalLimits limits) {
    this.limits = limits;
  }

  /** Whether its programs run as {@code nobody}, who may read and write less than we. */
  public boolean changesUser() {
    return sandbox().changesUser();
  }

  private synchronized Sandbox sandbox() {
    if (sandbox == null) {
      sandbox = Sandbox.find(limits);
    }
    return sandbox;
  }

  /**
   * Starts a program. Every path among the words must be absolute.
   *
   * @param wanted the drivers that it shall have, of all those that this GDAL has
   */
  public GdalProcess start(GdalOperation errand, Collection<String> wanted, List<String> words) {
    String skipped =
        drivers().stream().filter(d -> !wanted.contains(d)).collect(Collectors.joining(","));
    return start(errand, words, Map.of("OGR_SKIP", skipped));
  }

  /** The names of all vector drivers of this GDAL. */
  private synchronized List<String> drivers() {
    if (drivers == null) {
      List<String> found = new ArrayList<>();
      try (GdalProcess listing =
          start(GdalOperation.reading("GDAL"), List.of("ogrinfo", "--formats"), Map.of())) {
        for (String line : listing.readText().split("\n")) {
          Matcher matcher = FORMAT_LINE.matcher(line);
          if (matcher.matches()) {
            found.add(matcher.group(1));
          }
        }
        listing.finish();
      }
      if (!found.contains("ESRI Shapefile") || !found.contains("PGDUMP")) {
        throw new UserException(
            "GDAL on this machine lacks its usual formats; install gdal-bin anew.");
      }
      drivers = List.copyOf(found);
    }
    return drivers;
  }

  private GdalProcess start(GdalOperation errand, List<String> words, Map<String, String> more) {
    ProcessBuilder builder = new ProcessBuilder(sandbox().around(words));
    Map<String, String> environment = builder.environment();
    Map<String, String> kept = new TreeMap<>(environment);
    kept.keySet().retainAll(KEPT_VARIABLES);
    environment.clear();
    environment.putAll(kept);
    environment.putAll(SETTINGS);
    environment.putAll(more);
    builder.directory(new File("/"));
    try {
      return new GdalProcess(errand, builder.start(), limits.time());
    } catch (IOException e) {
      throw new UserException(
          "The program " + words.get(0) + " is not to be found; install the package gdal-bin.", e);
    }
  }
}
