package org.greensward.revision.events;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.greensward.revision.LayerRevisions.Box;
import org.greensward.revision.LayerRevisions.Change;

/** Changes as the text of server-sent events. */
final class ChangeMessages {
  static final byte[] HEARTBEAT = bytes(":\n\n");

  /** Of more places of a layer than this, the one box around them is told. */
  private static final int PLACES = 16;

  private static final int LAST_ZOOM = 22;
  private static final double RADIUS = 6378137;

  private ChangeMessages() {}

  /**
   * One message for each layer and place, with the layer's latest revision. Only the last carries
   * the id, so that a listener who is cut off between two of them hears all of them again.
   */
  static byte[] of(Collection<Change> changes, RevisionVector heard) {
    List<String> messages = new ArrayList<>();
    for (Map.Entry<Scale, List<Change>> group : byScale(changes).entrySet()) {
      long latest = group.getValue().stream().mapToLong(Change::revision).max().orElseThrow();
      for (Box box : places(group.getValue())) {
        messages.add(data(group.getKey(), latest, box));
      }
    }
    int last = Math.max(0, messages.size() - 1);
    return bytes(
        String.join("", messages.subList(0, last))
            + "id: "
            + heard
            + "\n"
            + String.join("", messages.subList(last, messages.size()))
            + (messages.isEmpty() ? "\n" : ""));
  }

  private static Map<Scale, List<Change>> byScale(Collection<Change> changes) {
    Map<Scale, List<Change>> byScale = new LinkedHashMap<>();
    for (Change change : changes) {
      byScale
          .computeIfAbsent(
              new Scale(change.layer(), change.fromZoom(), change.toZoom()),
              scale -> new ArrayList<>())
          .add(change);
    }
    return byScale;
  }

  /** Each place once; null alone for everywhere. */
  private static List<Box> places(List<Change> changes) {
    Set<Box> boxes = new LinkedHashSet<>();
    changes.forEach(change -> boxes.add(change.box()));
    if (boxes.contains(null)) {
      boxes.clear();
      boxes.add(null);
    }
    List<Box> places = new ArrayList<>(boxes);
    return places.size() <= PLACES
        ? places
        : List.of(places.stream().filter(Objects::nonNull).reduce(ChangeMessages::around).get());
  }

  private static Box around(Box a, Box b) {
    return new Box(
        Math.min(a.west(), b.west()),
        Math.min(a.south(), b.south()),
        Math.max(a.east(), b.east()),
        Math.max(a.north(), b.north()));
  }

  private static String data(Scale scale, long revision, Box box) {
    StringBuilder json =
        new StringBuilder(
            "data: {\"layer\":\"%s\",\"revision\":%d".formatted(scale.layer, revision));
    if (box != null) {
      json.append(
          String.format(
              Locale.ROOT,
              ",\"bbox\":[%.6f,%.6f,%.6f,%.6f]",
              longitude(box.west()),
              latitude(box.south()),
              longitude(box.east()),
              latitude(box.north())));
    }
    if (scale.fromZoom > 0) {
      json.append(",\"minzoom\":").append(scale.fromZoom);
    }
    if (scale.toZoom < LAST_ZOOM) {
      json.append(",\"maxzoom\":").append(scale.toZoom);
    }
    return json.append("}\n\n").toString();
  }

  /** EPSG:3857 to degrees, by the closed formula of the sphere. */
  private static double longitude(double x) {
    return Math.toDegrees(x / RADIUS);
  }

  private static double latitude(double y) {
    return Math.toDegrees(Math.atan(Math.sinh(y / RADIUS)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private record Scale(String layer, int fromZoom, int toZoom) {}
}
