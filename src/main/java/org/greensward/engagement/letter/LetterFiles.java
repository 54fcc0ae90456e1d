package org.greensward.engagement.letter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.greensward.engagement.letter.MergeFields.Addressee;
import org.greensward.web.CsvTableWriter;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The files that letters leave in. */
@Component
class LetterFiles {
  static final List<String> KINDS = List.of("zip", "pdf", "csv");

  private final LetterPdf pdf;

  LetterFiles(LetterPdf pdf) {
    this.pdf = pdf;
  }

  /** A file ready to be sent. */
  record Made(String name, MediaType type, byte[] bytes) {}

  /**
   * @param kind {@code zip}: a PDF for each council; {@code pdf}: one for all; {@code csv}: the
   *     values, for a mail merge elsewhere
   */
  Made make(String kind, LetterTemplate template, List<Addressee> addressees) {
    String name = "letters";
    try {
      return switch (kind) {
        case "zip" ->
            new Made(name + ".zip", new MediaType("application", "zip"), zip(template, addressees));
        case "pdf" ->
            new Made(name + ".pdf", MediaType.APPLICATION_PDF, pdf.of(template, addressees));
        default -> new Made(name + ".csv", CsvTableWriter.TYPE, csv(template, addressees));
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] zip(LetterTemplate template, List<Addressee> addressees) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Addressee addressee : addressees) {
        zip.putNextEntry(new ZipEntry(addressee.slug() + ".pdf"));
        zip.write(pdf.of(template, List.of(addressee)));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** A column for each place, and the letter itself as it would be filled. */
  private static byte[] csv(LetterTemplate template, List<Addressee> addressees) {
    int places = Placeholders.KNOWN.size();
    String[] headings = Placeholders.KNOWN.toArray(new String[places + 2]);
    headings[places] = "subject";
    headings[places + 1] = "body";
    CsvTableWriter csv = new CsvTableWriter(headings);
    for (Addressee addressee : addressees) {
      Object[] fields = new Object[places + 2];
      for (int i = 0; i < places; i++) {
        fields[i] = addressee.values().get(Placeholders.KNOWN.get(i));
      }
      fields[places] = Placeholders.fill(template.subject(), addressee.values());
      fields[places + 1] = Placeholders.fill(template.body(), addressee.values());
      csv.row(fields);
    }
    return csv.bytes();
  }
}
