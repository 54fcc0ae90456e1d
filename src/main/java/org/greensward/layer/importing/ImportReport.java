package org.greensward.layer.importing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an import did, or with a dry run would do.
 *
 * @param layer the layer
 * @param file the file's name
 * @param features how many features or rows were read
 * @param dryRun whether nothing was changed
 * @param edition the edition that this import made; null for a dry run
 * @param counts what happened to each table, the layer's own first
 * @param faultCounts how many faults there are of each kind
 * @param faults the faults themselves; of a kind with very many, the first {@value #MOST_LISTED}
 * @param remarks what else is worth knowing: an encoding that was assumed, columns recognised
 */
public record ImportReport(
    String layer,
    String file,
    long features,
    boolean dryRun,
    Long edition,
    Map<String, MergeCounts> counts,
    Map<ImportFaultKind, Long> faultCounts,
    List<ImportFault> faults,
    List<String> remarks) {

  /** How many faults of one kind are listed at most; all are counted. */
  public static final int MOST_LISTED = 1000;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The faults of one kind. */
  public List<ImportFault> listFaults(ImportFaultKind kind) {
    return faults.stream().filter(fault -> fault.kind() == kind).toList();
  }

  /** How many faults of one kind there are. */
  public long count(ImportFaultKind kind) {
    return faultCounts.getOrDefault(kind, 0L);
  }

  /** The counts of the layer's own table. */
  public MergeCounts mainCounts() {
    return counts.values().iterator().next();
  }

  /** The whole report as JSON. */
  public String toJson() {
    // A character that JSON allows and PostgreSQL's jsonb does not.
    return JSON.writeValueAsString(this).replace("\\u0000", "");
  }

  /** What happened to each table, as JSON. */
  public String countsToJson() {
    return JSON.writeValueAsString(counts);
  }

  /** A report as it was written. */
  public static ImportReport ofJson(String json) {
    return JSON.readValue(json, ImportReport.class);
  }

  /** Gathers a report while an import runs. */
  public static final class Builder {
    private final Map<String, MergeCounts> counts = new LinkedHashMap<>();
    private final Map<ImportFaultKind, Long> faultCounts = new EnumMap<>(ImportFaultKind.class);
    private final List<ImportFault> faults = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    public void counts(String table, MergeCounts what) {
      counts.put(table, what);
    }

    public void fault(ImportFault fault) {
      if (faultCounts.merge(fault.kind(), 1L, Long::sum) <= MOST_LISTED) {
        faults.add(fault);
      }
    }

    /** Notes faults of one kind of which only some are listed. */
    public void faults(ImportFaultKind kind, long count, List<ImportFault> listed) {
      if (count > 0) {
        faultCounts.merge(kind, count, Long::sum);
        faults.addAll(listed);
      }
    }

    public void remark(String sentence) {
      remarks.add(sentence);
    }

    public ImportReport build(ImportRequest request, long features, Long edition) {
      return new ImportReport(
          request.layer(),
          request.fileName(),
          features,
          request.dryRun(),
          edition,
          Collections.unmodifiableMap(new LinkedHashMap<>(counts)),
          Collections.unmodifiableMap(new EnumMap<>(faultCounts)),
          List.copyOf(faults),
          List.copyOf(remarks));
    }
  }
}
