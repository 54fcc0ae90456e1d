package org.greensward.export;

import java.util.Arrays;
import java.util.List;
import org.greensward.error.UserException;
import org.greensward.export.write.ExportCrs;
import org.greensward.export.write.ExportFormat;
import org.greensward.export.write.FileMetadata;
import org.greensward.layer.export.ConfidentialityRule;
import org.greensward.layer.export.ExportLayer;
import org.greensward.layer.export.GeometryKind;
import org.greensward.licence.Attribution;
import org.greensward.licence.LicencePolicy;
import org.greensward.licence.LicenceRefusal;
import org.greensward.licence.LicenceRepository;
import org.greensward.revision.StoreRepository;
import org.springframework.stereotype.Component;

/** Looks at a request before anything is written: whether it can be, and under which licence. */
@Component
public class ExportPlanner {
  private final LicencePolicy permits;
  private final LicenceRepository licences;
  private final StoreRepository store;
  private final List<ConfidentialityRule> confidentiality;

  ExportPlanner(
      LicencePolicy permits,
      LicenceRepository licences,
      StoreRepository store,
      List<ConfidentialityRule> confidentiality) {
    this.permits = permits;
    this.licences = licences;
    this.store = store;
    this.confidentiality = confidentiality;
  }

  /**
   * The file of a request, for whoever asks. Licences are read now, so that a change takes effect
   * at once.
   *
   * @throws UserException when the format cannot hold the layer or the coordinate system
   */
  public PlannedExport plan(ExportRequest request) {
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
   * @throws UserException when the format cannot hold the layer or the coordinate system
   */
  public PlannedExport plan(ExportRequest request, List<LicenceRefusal> closed) {
    ExportLayer layer = request.layer();
    ExportFormat format = request.format();
    ExportCrs crs = request.crs() == null ? format.usualCrs() : request.crs();
    if (!format.possibleCrs().contains(crs)) {
      throw new UserException(
          format.title()
              + " is always in WGS84; leave the coordinate system out, or take another format.");
    }
    if (format == ExportFormat.KML && layer.shape() == GeometryKind.NONE) {
      throw new UserException(
          "%s has no places to show in KML; take CSV or Excel.".formatted(layer.title()));
    }
    Attribution credit = licences.credit(layer.sources());
    boolean confidential = confidentiality.stream().anyMatch(rule -> rule.isConfidential(layer));
    FileMetadata about =
        new FileMetadata(
            layer.title(),
            request.scope().title(),
            request.at(),
            crs,
            credit.licence(),
            credit.attribution(),
            store.findNotice().orElse(null),
            confidential);
    return new PlannedExport(
        layer, request.scope(), format, about, fileName(request, crs, confidential), closed);
  }

  private static String fileName(ExportRequest request, ExportCrs crs, boolean confidential) {
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
