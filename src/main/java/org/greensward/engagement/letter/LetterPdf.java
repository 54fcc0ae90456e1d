package org.greensward.engagement.letter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.greensward.document.TextPdf;
import org.greensward.document.TextPdf.Style;
import org.greensward.engagement.letter.MergeFields.Addressee;
import org.greensward.revision.StoreRepository;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Letters as PDF: the address where the window of a DL envelope shows it when the page is folded in
 * three, who writes at the top, each letter from a page of its own.
 */
@Component
class LetterPdf {
  private static final Style PLAIN = new Style(11, false);
  private static final Style STRONG = new Style(11, true);
  private static final Style SENDER = new Style(14, true);
  private static final Style SMALL = new Style(9, false);
  private static final float MARGIN = TextPdf.mm(25);
  private static final float TOP = TextPdf.mm(18);
  private static final float WINDOW = TextPdf.mm(50);
  private static final float BELOW_THE_FOLD = TextPdf.mm(100);
  private static final float SENDER_FROM = TextPdf.mm(118);

  private final MessageSource messages;
  private final StoreRepository store;

  LetterPdf(MessageSource messages, StoreRepository store) {
    this.messages = messages;
    this.store = store;
  }

  /** One document with the letters one after the other. */
  byte[] of(LetterTemplate template, List<Addressee> addressees) throws IOException {
    String title =
        addressees.size() == 1
            ? Placeholders.fill(template.subject(), addressees.get(0).values())
            : template.name();
    TextPdf.Frame frame = new TextPdf.Frame(MARGIN, TOP, TextPdf.WIDTH - MARGIN, TOP);
    try (TextPdf pdf = new TextPdf(title, frame)) {
      for (Addressee addressee : addressees) {
        write(pdf, template, addressee.values());
      }
      return pdf.bytes();
    }
  }

  private void write(TextPdf pdf, LetterTemplate template, Map<String, String> values)
      throws IOException {
    pdf.begin();
    pdf.paragraph(values.get("authority"), SENDER);
    if (store.findStore().map(StoreRepository.Store::demonstration).orElse(false)) {
      pdf.paragraph(messages.getMessage("engage.letter.demonstration", null, Locale.UK), SMALL);
    }
    pdf.place(address(values), MARGIN, WINDOW, PLAIN);
    pdf.place(sender(values), SENDER_FROM, WINDOW, PLAIN);
    pdf.moveTo(BELOW_THE_FOLD);
    pdf.heading(1, Placeholders.fill(template.subject(), values), STRONG);
    pdf.skip(PLAIN.size());
    for (String part : Placeholders.fill(template.body(), values).split("\n\\s*\n")) {
      pdf.paragraph(part, PLAIN);
      pdf.skip(PLAIN.size());
    }
  }

  private static List<String> address(Map<String, String> values) {
    List<String> lines = new ArrayList<>(List.of(values.get("clerk_title"), values.get("council")));
    values.get("address").lines().filter(line -> !line.isBlank()).limit(5).forEach(lines::add);
    return lines;
  }

  private static List<String> sender(Map<String, String> values) {
    return Arrays.asList(values.get("team"), values.get("team_email"), values.get("today")).stream()
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
