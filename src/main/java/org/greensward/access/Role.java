package org.greensward.access;

/** What an account is for. The word is what the database and addresses have. */
public enum Role {
  COUNCIL,
  OFFICER,
  ADMINISTRATOR;

  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  static Role of(String word) {
    return valueOf(word.toUpperCase(java.util.Locale.ROOT));
  }
}
