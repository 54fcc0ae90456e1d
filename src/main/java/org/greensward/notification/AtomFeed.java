package org.greensward.notification;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An Atom feed (RFC 4287), a page of it (RFC 5005).
 *
 * @param key what it is of: its id is made of that, for ever the same
 * @param site address of the service, without a slash at the end
 * @param self path of this page of the feed
 * @param next path of the page with what is older; null on the last
 * @param alternate path of a page for people
 */
record AtomFeed(
    String key,
    String title,
    String author,
    String site,
    String self,
    String next,
    String alternate,
    List<FeedEntryRepository.Entry> entries) {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  /** When its latest entry came; the epoch while there is none. */
  Instant updated() {
    return entries.isEmpty() ? Instant.EPOCH : seconds(entries.get(0).at());
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(ATOM);
      xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", "en-GB");
      text(xml, "id", idOf("greensward/feed/" + key));
      text(xml, "title", title);
      text(xml, "updated", updated().toString());
      xml.writeStartElement("author");
      text(xml, "name", author);
      xml.writeEndElement();
      link(xml, "self", "application/atom+xml", self);
      link(xml, "alternate", "text/html", alternate);
      if (next != null) {
        link(xml, "next", "application/atom+xml", next);
      }
      for (FeedEntryRepository.Entry entry : entries) {
        write(xml, entry);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private void write(XMLStreamWriter xml, FeedEntryRepository.Entry entry)
      throws XMLStreamException {
    xml.writeStartElement("entry");
    text(xml, "id", entry.id());
    text(xml, "title", entry.title());
    text(xml, "updated", seconds(entry.at()).toString());
    link(xml, "alternate", "text/html", entry.path());
    text(xml, "summary", entry.title());
    xml.writeEndElement();
  }

  private static void text(XMLStreamWriter xml, String element, String text)
      throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private void link(XMLStreamWriter xml, String relation, String type, String path)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", site + path);
  }

  private static Instant seconds(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS);
  }

  private static String idOf(String name) {
    return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
