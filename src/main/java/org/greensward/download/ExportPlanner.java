package org.greensward.download;

import java.util.Arrays;
import java.util.List;
import org.greensward.exchange.write.About;
import org.greensward.exchange.write.Crs;
import org.greensward.exchange.write.ExportFormat;
import org.greensward.exchange.write.Shape;
import org.greensward.licence.Closed;
import org.greensward.licence.Credit;
import org.greensward.licence.Licences;
import org.greensward.licence.Permits;
import org.greensward.refusal.Refusal;
import org.greensward.register.CouncilLines;
import org.greensward.store.StoreRepository;
import org.springframework.stereotype.Component;

/** Looks at a request before anything is written: whether it can be, and under which licence. */
@Component
public class ExportPlanner {
  private final Permits permits;
  private final Licences licences;
  private final StoreRepository store;
  private final CouncilLines standings;

  ExportPlanner(Permits permits, Licences licences, StoreRepository store, CouncilLines standings) {
    this.permits = permits;
    this.licences = licences;
    this.store = store;
    this.standings = standings;
  }

  /**
   * The file of a request, for whoever asks. Licences are read now, so that a change takes effect
   * at once.
   *
   * @throws Refusal when the format cannot hold the layer or the coordinate system
   */
  public Export plan(ExportRequest request) {
    Long[] councils = request.scope().councils();
    return plan(
        request,
        permits.closed(
            request.layer().sources(), councils == null ? null : Arrays.asList(councils)));
  }

  /**
   * The file of a request that another way in lets out or not.
   *
   * @param closed why whoever asks may not have it
   * @throws Refusal when the format cannot hold the layer or the coordinate system
   */
  public Export plan(ExportRequest request, List<Closed> closed) {
    ExportLayer layer = request.layer();
    ExportFormat format = request.format();
    Crs crs = request.crs() == null ? format.usualCrs() : request.crs();
    if (!format.possibleCrs().contains(crs)) {
      throw new Refusal(
          format.title()
              + " is always in WGS84; leave the coordinate system out, or take another format.");
    }
    if (format == ExportFormat.KML && layer.shape() == Shape.NONE) {
      throw new Refusal(
          "%s has no places to show in KML; take CSV or Excel.".formatted(layer.title()));
    }
    Credit credit = licences.credit(layer.sources());
    boolean confidential = layer.sources().contains("statuses") && !standings.isAllPublic();
    About about =
        new About(
            layer.title(),
            request.scope().title(),
            request.at(),
            crs,
            credit.licence(),
            credit.attribution(),
            store.findNotice().orElse(null),
            confidential);
    return new Export(
        layer, request.scope(), format, about, fileName(request, crs, confidential), closed);
  }

  private static String fileName(ExportRequest request, Crs crs, boolean confidential) {
    return "greensward-%s-%s-%s%s%s.%s"
        .formatted(
            request.layer().name(),
            request.scope().slug(),
            request.at(),
            crs == request.format().usualCrs() ? "" : "-" + crs.shortName(),
            confidential ? "-confidential" : "",
            request.format().ending());
  }
}
