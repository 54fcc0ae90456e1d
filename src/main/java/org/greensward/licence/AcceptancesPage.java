package org.greensward.licence;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.greensward.web.CsvTableWriter;
import org.greensward.web.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * {@code /manage/licence_acceptance}: who accepted which terms; {@code
 * /manage/licence_acceptance.csv}: the same as a file.
 */
@Page
class AcceptancesPage {
  private static final int PAGE = 50;
  private static final int BATCH = 500;

  private final AcceptanceRepository acceptances;

  AcceptancesPage(AcceptanceRepository acceptances) {
    this.acceptances = acceptances;
  }

  @GetMapping("/manage/licence_acceptance")
  String list(@RequestParam(defaultValue = "0") String before, Model model) {
    List<AcceptanceRepository.Accepted> found =
        acceptances.listAll(before.matches("[0-9]{1,18}") ? Long.parseLong(before) : 0, PAGE + 1);
    boolean more = found.size() > PAGE;
    List<AcceptanceRepository.Accepted> shown = more ? found.subList(0, PAGE) : found;
    model.addAttribute("lines", shown);
    model.addAttribute("next", more ? shown.get(PAGE - 1).id() : null);
    return "licence-acceptances";
  }

  @GetMapping("/manage/licence_acceptance.csv")
  void csv(HttpServletResponse response) throws IOException {
    response.setContentType(CsvTableWriter.TYPE.toString());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"licence-acceptances.csv\"");
    CsvTableWriter csv = new CsvTableWriter("layer", "version", "stands", "who", "at");
    OutputStream out = response.getOutputStream();
    long before = 0;
    List<AcceptanceRepository.Accepted> part;
    do {
      part = acceptances.listAll(before, BATCH);
      part.forEach(
          it ->
              csv.row(
                  it.layer(),
                  it.version(),
                  it.stands() ? "yes" : "no",
                  it.who(),
                  it.at().toString()));
      out.write(csv.take());
      before = part.isEmpty() ? 0 : part.get(part.size() - 1).id();
    } while (part.size() == BATCH);
    out.flush();
  }
}
