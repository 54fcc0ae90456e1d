package org.greensward.security.account;

/** What an account is for. The word is what the database and addresses have. */
public enum AccountRole {
  COUNCIL,
  OFFICER,
  ADMINISTRATOR;

  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  public static AccountRole of(String word) {
    return valueOf(word.toUpperCase(java.util.Locale.ROOT));
  }
}
