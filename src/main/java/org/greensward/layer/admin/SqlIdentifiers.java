package org.greensward.layer.admin;

import java.util.regex.Pattern;

/** The last gate before SQL: what names tables and columns has small letters only. */
final class SqlIdentifiers {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");

  private SqlIdentifiers() {}

  static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no identifier: " + name);
    }
    return name;
  }
}
