package org.greensward.web;

import java.util.List;

/** Whoever signed in, as far as the layout of pages shows it. */
public interface CurrentUser {

  /** The office held, such as Clerk. */
  String title();

  /** {@code council}, {@code officer} or {@code administrator}. */
  String roleWord();

  /** The councils that are acted for. */
  List<Place> places();

  /** A council by its address. */
  record Place(String slug, String name) {}
}
