package org.greensward.authority;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The authority that a new store is made for. It is written once, when the store is made.
 *
 * @param name its full name
 * @param shortName as people call it
 * @param code its ONS code; empty: none
 * @param reportUrl where to report a problem; may carry {@code {lon}}, {@code {lat}} and {@code
 *     {reference}}; empty: none
 * @param osLicence its Ordnance Survey licence number; empty: none
 * @param councillorsUrl where it says who the ward councillors are; empty: none
 * @param teamName whom clerks ask about working together; empty: none
 * @param teamEmail that team's address; empty: none
 */
@ConfigurationProperties("greensward.authority")
public record AuthoritySettings(
    @DefaultValue("The authority") String name,
    @DefaultValue("") String shortName,
    @DefaultValue("") String code,
    @DefaultValue("") String reportUrl,
    @DefaultValue("") String osLicence,
    @DefaultValue("") String councillorsUrl,
    @DefaultValue("") String teamName,
    @DefaultValue("") String teamEmail) {

  /** An authority that nobody has named yet. */
  public static final AuthoritySettings UNNAMED =
      new AuthoritySettings("The authority", "", "", "", "", "", "", "");
}
