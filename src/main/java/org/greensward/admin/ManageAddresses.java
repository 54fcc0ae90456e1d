package org.greensward.admin;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses of lists with what they were narrowed to, for templates: {@code @manageAddresses}. */
@Component("manageAddresses")
class ManageAddresses {

  public String sorted(String table, Map<String, String> parameters, String sort) {
    return with("/manage/" + table, parameters, "sort", sort);
  }

  public String after(String table, Map<String, String> parameters, String key) {
    return with("/manage/" + table, parameters, "after", key);
  }

  public String before(String table, Map<String, String> parameters, String key) {
    return with("/manage/" + table, parameters, "before", key);
  }

  public String auditBefore(Map<String, String> parameters, long entry) {
    return with("/manage/audit", parameters, "before", String.valueOf(entry));
  }

  public String auditCsv(Map<String, String> parameters) {
    return with("/manage/audit.csv", parameters, "before", "");
  }

  private static String with(
      String path, Map<String, String> parameters, String name, String value) {
    Map<String, Object> values = new LinkedHashMap<>(parameters);
    values.put(name, value);
    values.values().removeIf(it -> it.toString().isEmpty());
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
    values.keySet().forEach(it -> address.queryParam(it, "{" + it + "}"));
    return address.encode().buildAndExpand(values).toUriString();
  }
}
