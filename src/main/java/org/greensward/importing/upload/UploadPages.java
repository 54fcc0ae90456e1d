package org.greensward.importing.upload;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.greensward.error.UserException;
import org.greensward.importing.ImportService;
import org.greensward.importing.RowDifference;
import org.greensward.layer.importing.ImportReport;
import org.greensward.layer.importing.MergeCounts;
import org.greensward.web.Form;
import org.greensward.web.Page;
import org.greensward.web.Redirects;
import org.greensward.web.SelectOption;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** {@code /manage/uploads}: from a file to a change of the store that somebody has read before. */
@Page
class UploadPages {
  private static final int LONGEST_TEXT = 500;
  private static final int LONGEST_COLUMNS = 4000;
  private static final double MANY = 0.05;
  private static final List<String> ACTIONS = List.of("insert", "update", "delete");

  private final UploadService uploads;
  private final UploadRepository repository;

  UploadPages(UploadService uploads, UploadRepository repository) {
    this.uploads = uploads;
    this.repository = repository;
  }

  @GetMapping("/manage/uploads")
  String list(Model model) {
    model.addAttribute("uploads", repository.list());
    return "uploads";
  }

  @GetMapping("/manage/uploads/new")
  String form(
      @RequestParam(defaultValue = "land") String layer, HttpServletRequest request, Model model) {
    model.addAttribute("form", Form.of(request, Map.of("layer", layer)));
    return shown(model);
  }

  /** Takes the file in; what is wrong with it is told on its own page, after it was looked at. */
  @PostMapping("/manage/uploads/new")
  String add(
      @RequestParam(required = false) MultipartFile file,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Form form = Form.sent(request);
    String layer = form.oneOf("layer", ImportService.layers());
    String source = form.required("source", LONGEST_TEXT);
    String licence = form.optional("licence", LONGEST_TEXT);
    Map<String, String> options = options(form);
    if (file == null || file.isEmpty()) {
      form.refuse("file", "upload.file.missing");
    }
    if (!form.isFaulty()) {
      return Redirects.at(
          "/manage/uploads/" + uploads.add(file, layer, options, source, licence), request);
    }
    if (file != null && !file.isEmpty()) {
      form.refuse("file", "upload.file.again", file.getOriginalFilename());
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    model.addAttribute("form", form);
    return shown(model);
  }

  private static String shown(Model model) {
    model.addAttribute(
        "layers", ImportService.layers().stream().map(it -> new SelectOption(it, it)).toList());
    return "upload-new";
  }

  private static Map<String, String> options(Form form) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String name : List.of("crs", "encoding", "sourceLayer")) {
      String value = form.optional(name, LONGEST_TEXT);
      if (value != null) {
        options.put(name, value);
      }
    }
    String columns = form.optional("columns", LONGEST_COLUMNS);
    for (String line : columns == null ? List.<String>of() : columns.lines().toList()) {
      String[] sides = line.split("=", 2);
      if (line.isBlank()) {
        continue;
      }
      if (sides.length < 2 || sides[0].isBlank() || sides[1].isBlank()) {
        form.refuse("columns", "upload.columns.wrong", line.strip());
      } else {
        options.put("column." + sides[0].strip(), sides[1].strip());
      }
    }
    return options;
  }

  @GetMapping("/manage/uploads/{id:[0-9]{1,18}}")
  String page(@PathVariable long id, HttpServletResponse response, Model model) {
    Upload upload = repository.find(id).orElseThrow(() -> UploadService.notThere(id));
    if (upload.working()) {
      response.setHeader("Refresh", "2");
    }
    model.addAttribute("upload", upload);
    model.addAttribute("changedMeanwhile", UploadService.StoreChanged.STEP.equals(upload.step()));
    repository.findReport(id).ifPresent(report -> addReport(report, model));
    model.addAttribute("differences", grouped(repository.listDifferences(id)));
    return "upload";
  }

  private static void addReport(ImportReport report, Model model) {
    model.addAttribute("report", report);
    model.addAttribute("faults", report.faultCounts());
    model.addAttribute("manyEnded", endsMany(report));
    model.addAttribute(
        "changes",
        report.counts().values().stream()
            .anyMatch(it -> it.added() + it.changed() + it.ended() > 0));
  }

  /**
   * Whether so much would end that the file may be a part of the layer, sent in place of the whole.
   */
  private static boolean endsMany(ImportReport report) {
    MergeCounts counts = report.mainCounts();
    long there = counts.changed() + counts.ended() + counts.unchanged();
    return counts.ended() > there * MANY;
  }

  /** By table and action, in the order in which a reader wants them. */
  private static Map<String, Map<String, List<RowDifference>>> grouped(List<RowDifference> all) {
    Map<String, List<RowDifference>> byTable =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    RowDifference::table, LinkedHashMap::new, Collectors.toList()));
    Map<String, Map<String, List<RowDifference>>> grouped = new LinkedHashMap<>();
    byTable.forEach(
        (table, rows) -> {
          Map<String, List<RowDifference>> byAction = new LinkedHashMap<>();
          for (String action : ACTIONS) {
            List<RowDifference> its =
                rows.stream().filter(it -> it.action().equals(action)).toList();
            if (!its.isEmpty()) {
              byAction.put(action, its);
            }
          }
          grouped.put(table, byAction);
        });
    return grouped;
  }

  @PostMapping("/manage/uploads/{id:[0-9]{1,18}}/apply")
  RedirectView apply(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String ending,
      RedirectAttributes redirect) {
    return done(
        id,
        redirect,
        () -> {
          boolean many = repository.findReport(id).filter(UploadPages::endsMany).isPresent();
          if (many && ending.isEmpty()) {
            throw new UserException(
                "Nothing was changed: tick that the rows which are not in the file are to end, or"
                    + " turn the upload down.");
          }
          uploads.apply(id);
        });
  }

  @PostMapping("/manage/uploads/{id:[0-9]{1,18}}/check")
  RedirectView checkAgain(@PathVariable long id, RedirectAttributes redirect) {
    return done(id, redirect, () -> uploads.checkAgain(id));
  }

  @PostMapping("/manage/uploads/{id:[0-9]{1,18}}/discard")
  RedirectView discard(@PathVariable long id, RedirectAttributes redirect) {
    return done(id, redirect, () -> uploads.discard(id));
  }

  private RedirectView done(long id, RedirectAttributes redirect, Runnable action) {
    repository.find(id).orElseThrow(() -> UploadService.notThere(id));
    try {
      action.run();
    } catch (UserException e) {
      redirect.addFlashAttribute("refused", e.getMessage());
    }
    return Redirects.view("/manage/uploads/" + id);
  }
}
