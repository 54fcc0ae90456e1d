package org.greensward.web;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * What a map page shows: its tiles without labels and controls, and where places lie in it. The
 * view is read from the page's address, {@code map=zoom/lat/lon}.
 */
final class MapPicture {
  private static final Pattern VIEW = Pattern.compile("map=([\\d.]+)/([-\\d.]+)/([-\\d.]+)");

  private final Page page;
  private final double zoom;
  private final double centreX;
  private final double centreY;
  private final double left;
  private final double top;
  private final double width;
  private final double height;

  private MapPicture(Page page, Matcher view) {
    this.page = page;
    this.zoom = Double.parseDouble(view.group(1));
    this.centreX = worldX(Double.parseDouble(view.group(3)));
    this.centreY = worldY(Double.parseDouble(view.group(2)));
    var box = page.locator("#map").boundingBox();
    this.left = box.x;
    this.top = box.y;
    this.width = box.width;
    this.height = box.height;
  }

  static MapPicture of(Page page) {
    Matcher view = VIEW.matcher(URI.create(page.url()).getQuery());
    if (!view.find()) {
      throw new IllegalStateException("no view in the address " + page.url());
    }
    return new MapPicture(page, view);
  }

  /** Pixels of the window, from its left, at which a longitude lies. */
  double x(double lon) {
    return Math.round(left + width / 2 + worldX(lon) - centreX);
  }

  /** Pixels of the window, from its top, at which a latitude lies. */
  double y(double lat) {
    return Math.round(top + height / 2 + worldY(lat) - centreY);
  }

  /** The map's tiles and nothing else, in pixels of the window. */
  BufferedImage tiles() {
    String hide = ".leaflet-marker-pane, .leaflet-control-container, .gs-legend { display: none }";
    // Not a style element: the page's own policy, rightly, would not have it.
    page.evaluate(
        """
        rule => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(rule);
          document.adoptedStyleSheets = [sheet];
        }
        """,
        hide);
    byte[] png = page.screenshot();
    page.evaluate("document.adoptedStyleSheets = []");
    try {
      return ImageIO.read(new ByteArrayInputStream(png));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The share of pixels within the map that are about of a colour, 0 to 1. */
  double share(int rgb) {
    return share(tiles(), rgb, left, top, width, height);
  }

  /** The same for the square of 21 pixels around a place. */
  double shareAround(double lon, double lat, int rgb) {
    return share(tiles(), rgb, x(lon) - 10, y(lat) - 10, 21, 21);
  }

  private static double share(
      BufferedImage image, int rgb, double left, double top, double width, double height) {
    int hits = 0;
    for (int y = 0; y < (int) height; y++) {
      for (int x = 0; x < (int) width; x++) {
        if (close(image.getRGB((int) left + x, (int) top + y), rgb)) {
          hits++;
        }
      }
    }
    return hits / (Math.floor(width) * Math.floor(height));
  }

  private static boolean close(int a, int b) {
    int most = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      most = Math.max(most, Math.abs((a >> shift & 0xff) - (b >> shift & 0xff)));
    }
    return most <= 12;
  }

  private double worldX(double lon) {
    return (lon / 360 + 0.5) * (256 * Math.pow(2, zoom));
  }

  private double worldY(double lat) {
    double sine = Math.sin(Math.toRadians(lat));
    return (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * (256 * Math.pow(2, zoom));
  }
}
