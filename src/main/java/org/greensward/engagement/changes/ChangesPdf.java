package org.greensward.engagement.changes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.greensward.authority.ContactRepository;
import org.greensward.document.TextPdf;
import org.greensward.document.TextPdf.Style;
import org.greensward.revision.StoreRepository;
import org.greensward.status.agreement.AgreementDueDate;
import org.greensward.web.DisplayFormats;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The report of changes as a PDF of one page: set smaller until it fits. */
@Component
class ChangesPdf {
  private static final float[] SIZES = {10.5f, 10, 9.5f, 9, 8.5f, 8, 7.5f, 7, 6.5f};
  private static final float[] COUNTS = {0.5f, 0.25f, 0.25f};

  private final MessageSource messages;
  private final ContactRepository contacts;
  private final StoreRepository store;

  ChangesPdf(MessageSource messages, ContactRepository contacts, StoreRepository store) {
    this.messages = messages;
    this.contacts = contacts;
    this.store = store;
  }

  byte[] of(ChangeReport changes) {
    try {
      byte[] last = null;
      for (float size : SIZES) {
        try (TextPdf pdf = new TextPdf(title(changes), frame())) {
          write(pdf, changes, size);
          last = pdf.bytes();
          if (pdf.pages() == 1) {
            return last;
          }
        }
      }
      return last;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TextPdf.Frame frame() {
    float margin = TextPdf.mm(15);
    return new TextPdf.Frame(margin, margin, TextPdf.WIDTH - margin, margin);
  }

  private String title(ChangeReport changes) {
    return text("engage.changes.heading", day(changes.since()), day(changes.today()));
  }

  private void write(TextPdf pdf, ChangeReport changes, float size) throws IOException {
    Style plain = new Style(size, false);
    pdf.begin();
    pdf.paragraph(contacts.ways().name(), plain);
    pdf.heading(1, title(changes), new Style(size * 1.6f, true));
    pdf.paragraph(
        text(changes.forum() ? "engage.changes.for-forum" : "engage.changes.for-group"),
        new Style(size, true));
    if (store.findStore().map(StoreRepository.Store::demonstration).orElse(false)) {
      pdf.paragraph(text("engage.changes.demonstration", day(changes.today())), plain);
    }
    counts(pdf, "engage.changes.statuses", "status.", changes.statuses(), changes, plain);
    counts(pdf, "engage.changes.steps", "engage.step.", changes.steps(), changes, plain);
    if (!changes.forum()) {
      list(pdf, "engage.changes.moved", moved(changes), changes.moved().more(), 2, plain);
    }
    list(pdf, "engage.changes.news", news(changes), changes.news().more(), 2, plain);
    list(pdf, "engage.changes.signed", signed(changes), changes.signed().more(), 1, plain);
    list(pdf, "engage.changes.due", due(changes), changes.due().more(), 1, plain);
  }

  private void counts(
      TextPdf pdf,
      String heading,
      String words,
      List<ChangeReport.Count> counts,
      ChangeReport changes,
      Style style)
      throws IOException {
    heading(pdf, heading, style);
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(text("engage.changes.where"), day(changes.since()), day(changes.today())));
    counts.forEach(
        count ->
            rows.add(
                List.of(
                    text(words + count.of()),
                    String.valueOf(count.then()),
                    String.valueOf(count.now()))));
    pdf.table(rows, COUNTS, style);
  }

  private void list(
      TextPdf pdf, String heading, List<String> lines, int more, int columns, Style style)
      throws IOException {
    heading(pdf, heading, style);
    if (lines.isEmpty()) {
      pdf.paragraph(text("engage.changes.none"), style);
      return;
    }
    pdf.list(lines, columns, style);
    if (more > 0) {
      pdf.paragraph(text("engage.changes.more", more), style);
    }
  }

  private void heading(TextPdf pdf, String key, Style style) throws IOException {
    pdf.skip(style.size() * 0.7f);
    pdf.rule();
    pdf.skip(style.size() * 0.2f);
    pdf.heading(2, text(key), new Style(style.size() * 1.15f, true));
  }

  private List<String> moved(ChangeReport changes) {
    return changes.moved().lines().stream()
        .map(
            it ->
                it.first()
                    ? text(
                        "engage.changes.move.first",
                        it.council(),
                        text("engage.step." + it.after()),
                        day(it.day()))
                    : text(
                        "engage.changes.move",
                        it.council(),
                        text("engage.step." + it.before()),
                        text("engage.step." + it.after()),
                        day(it.day())))
        .toList();
  }

  private List<String> news(ChangeReport changes) {
    return changes.news().lines().stream()
        .map(
            it ->
                text(
                    "engage.changes.status",
                    it.council(),
                    text("status." + it.status()),
                    day(it.since())))
        .toList();
  }

  private List<String> signed(ChangeReport changes) {
    return changes.signed().lines().stream()
        .map(
            it ->
                text(
                    "engage.changes.signing",
                    it.council(),
                    day(it.signedOn()),
                    it.document() == null ? "" : it.document()))
        .toList();
  }

  private List<String> due(ChangeReport changes) {
    return changes.due().lines().stream().map(this::due).toList();
  }

  private String due(AgreementDueDate it) {
    return text(
        "engage.changes.due." + it.kind() + (it.overdue() ? ".overdue" : ""),
        it.council(),
        day(it.day()));
  }

  private static String day(java.time.LocalDate date) {
    return DisplayFormats.dateOf(date);
  }

  private String text(String key, Object... values) {
    return messages.getMessage(key, values, Locale.UK);
  }
}
