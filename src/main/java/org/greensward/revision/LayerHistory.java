package org.greensward.revision;

import java.util.ArrayList;
import java.util.List;
import org.greensward.revision.LayerRevisions.Change;

/**
 * What is known of one layer; it never changes.
 *
 * @param revision the layer's own
 * @param floor what every tile has at least, since older changes are not told any more
 * @param scales the changes by the zooms at which they can be seen
 * @param recent the latest changes, oldest first
 * @param recentSince the revision after which {@code recent} is complete
 */
record LayerHistory(
    long revision, long floor, List<Scale> scales, List<Change> recent, long recentSince) {
  private static final int RECENT = 256;

  static final LayerHistory NONE = new LayerHistory(0, 0, List.of(), List.of(), 0);

  /** The history after further changes. */
  LayerHistory with(long newRevision, long newFloor, List<Change> changes) {
    List<Scale> changed = new ArrayList<>(scales);
    changes.forEach(change -> add(changed, change));
    List<Change> all = new ArrayList<>(recent);
    all.addAll(changes);
    long since = Math.max(recentSince, newFloor);
    if (all.size() > RECENT) {
      since = Math.max(since, all.get(all.size() - RECENT - 1).revision());
      all = all.subList(all.size() - RECENT, all.size());
    }
    return new LayerHistory(newRevision, newFloor, List.copyOf(changed), List.copyOf(all), since);
  }

  private static void add(List<Scale> scales, Change change) {
    for (int i = 0; i < scales.size(); i++) {
      Scale scale = scales.get(i);
      if (scale.fromZoom == change.fromZoom() && scale.toZoom == change.toZoom()) {
        scales.set(i, scale.with(change));
        return;
      }
    }
    scales.add(
        new Scale(change.fromZoom(), change.toZoom(), TileRevisionQuadtree.EMPTY).with(change));
  }

  long ofTile(int z, int x, int y) {
    long latest = floor;
    for (int i = 0; i < scales.size(); i++) {
      Scale scale = scales.get(i);
      if (scale.fromZoom <= z && z <= scale.toZoom) {
        latest = Math.max(latest, scale.tree.at(z, x, y));
      }
    }
    return latest;
  }

  /** The changes after a revision, oldest first; one that is everywhere for those not kept. */
  List<Change> since(String layer, long known) {
    if (known >= revision) {
      return List.of();
    }
    if (known < recentSince) {
      return List.of(Change.everywhere(layer, revision));
    }
    return recent.stream().filter(change -> change.revision() > known).toList();
  }

  /** The changes that can be seen at the zooms from one to another, both inclusive. */
  record Scale(int fromZoom, int toZoom, TileRevisionQuadtree tree) {
    Scale with(Change change) {
      return new Scale(fromZoom, toZoom, tree.with(change.revision(), change.box()));
    }
  }
}
