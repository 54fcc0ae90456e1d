package org.greensward.download;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.greensward.exchange.write.About;
import org.greensward.exchange.write.Crs;
import org.greensward.exchange.write.ExportFormat;
import org.greensward.exchange.write.Shape;
import org.greensward.licence.Licence;
import org.greensward.licence.Licences;
import org.greensward.refusal.Refusal;
import org.greensward.register.CouncilLines;
import org.greensward.store.StoreRepository;
import org.springframework.stereotype.Component;

/** Looks at a request before anything is written: whether it can be, and under which licence. */
@Component
public class ExportPlanner {
  private static final String NO_LICENCE = "none recorded: not for the public";

  private final Licences licences;
  private final StoreRepository store;
  private final CouncilLines standings;

  ExportPlanner(Licences licences, StoreRepository store, CouncilLines standings) {
    this.licences = licences;
    this.store = store;
    this.standings = standings;
  }

  /**
   * The file of a request. Licences are read now, so that a change takes effect at once.
   *
   * @throws Refusal when the format cannot hold the layer or the coordinate system
   */
  public Export plan(ExportRequest request) {
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
    Set<String> lines = new LinkedHashSet<>();
    Set<String> credits = new LinkedHashSet<>();
    List<String> closed = new ArrayList<>();
    Map<String, Licence> known =
        licences.list().stream().collect(Collectors.toMap(Licence::layer, Function.identity()));
    for (String source : layer.sources()) {
      Licence licence = known.get(source);
      if (licence == null) {
        lines.add(source + ": " + NO_LICENCE);
        closed.add("no licence is recorded for " + source);
        continue;
      }
      credits.add(licence.attribution());
      if (licence.isOpen()) {
        lines.add(licence.line());
      } else {
        lines.add(source + ": " + licence.line() + " (" + licence.flag().word() + " only)");
        closed.add(source + " is for " + audience(licence) + " only");
      }
    }
    boolean confidential = layer.sources().contains("statuses") && !standings.isAllPublic();
    About about =
        new About(
            layer.title(),
            request.scope().title(),
            request.at(),
            crs,
            String.join("; ", lines),
            credits.isEmpty() ? "None recorded." : String.join(" ", credits),
            demonstration(),
            confidential);
    return new Export(
        layer, request.scope(), format, about, fileName(request, crs, confidential), closed);
  }

  private static String audience(Licence licence) {
    return switch (licence.flag()) {
      case OPEN -> "everybody";
      case PUBLIC_SECTOR_INTERNAL -> "public bodies";
      case COUNCIL -> "its local council";
      case CONTRACTOR -> "the contractor";
    };
  }

  private String demonstration() {
    return store
        .findStore()
        .filter(StoreRepository.Store::demonstration)
        .map(s -> s.notice() == null ? "Demonstration data, made up." : s.notice())
        .orElse(null);
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
