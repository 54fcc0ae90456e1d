package org.greensward.exchange.read;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.greensward.refusal.Refusal;

/**
 * GDAL's programs as children without rights, network or drivers that they do not need. A driver
 * that is not wanted is switched off by name, all that this GDAL has but the wanted ones: a virtual
 * dataset under another file's name could read any file of this machine otherwise.
 */
final class Gdal {
  /** What the words of a command can be written in. */
  static final Charset WORD_CHARSET =
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

  private final ReadLimits limits;
  private Sandbox sandbox;
  private List<String> drivers;

  Gdal(ReadLimits limits) {
    this.limits = limits;
  }

  synchronized Sandbox sandbox() {
    if (sandbox == null) {
      sandbox = Sandbox.find(limits);
    }
    return sandbox;
  }

  /**
   * Starts a program that reads a file of a format. Every path among the words must be absolute.
   *
   * @param name of the file, for sentences
   */
  GdalProcess start(String name, Format format, List<String> words) {
    String skipped =
        drivers().stream()
            .filter(d -> !format.drivers().contains(d) && !d.equals("PGDUMP"))
            .collect(Collectors.joining(","));
    return start(name, words, Map.of("OGR_SKIP", skipped));
  }

  /** The names of all vector drivers of this GDAL. */
  private synchronized List<String> drivers() {
    if (drivers == null) {
      List<String> found = new ArrayList<>();
      try (GdalProcess listing = start("GDAL", List.of("ogrinfo", "--formats"), Map.of())) {
        for (String line : listing.readText().split("\n")) {
          Matcher matcher = FORMAT_LINE.matcher(line);
          if (matcher.matches()) {
            found.add(matcher.group(1));
          }
        }
        listing.finish();
      }
      if (!found.contains("ESRI Shapefile") || !found.contains("PGDUMP")) {
        throw new Refusal("GDAL on this machine lacks its usual formats; install gdal-bin anew.");
      }
      drivers = List.copyOf(found);
    }
    return drivers;
  }

  private GdalProcess start(String name, List<String> words, Map<String, String> more) {
    ProcessBuilder builder = new ProcessBuilder(sandbox().around(words));
    Map<String, String> environment = builder.environment();
    Map<String, String> kept = new TreeMap<>(environment);
    kept.keySet().retainAll(KEPT_VARIABLES);
    environment.clear();
    environment.putAll(kept);
    environment.putAll(SETTINGS);
    environment.putAll(more);
    builder.directory(new java.io.File("/"));
    try {
      return new GdalProcess(name, builder.start(), limits.time());
    } catch (IOException e) {
      throw new Refusal(
          "The program " + words.get(0) + " is not to be found; install the package gdal-bin.", e);
    }
  }
}
