package org.greensward.licence;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a copy carries of the licences of all that it is made of.
 *
 * @param licence their names, with whom they are for where that is not everybody
 * @param attribution what its users must say; never empty
 */
public record Attribution(String licence, String attribution) {

  /** Of some layers; one that has no licence is told as such. */
  static Attribution of(List<String> layers, List<Licence> licences) {
    Map<String, Licence> known =
        licences.stream().collect(Collectors.toMap(Licence::layer, Function.identity()));
    Set<String> lines = new LinkedHashSet<>();
    Set<String> credits = new LinkedHashSet<>();
    for (String layer : layers) {
      Licence licence = known.get(layer);
      if (licence == null) {
        lines.add(layer + ": none recorded: not for the public");
        continue;
      }
      credits.add(licence.attribution());
      lines.add(
          licence.isOpen()
              ? licence.line()
              : layer + ": " + licence.line() + " (" + licence.flag().word() + " only)");
    }
    return new Attribution(
        String.join("; ", lines), credits.isEmpty() ? "None recorded." : String.join(" ", credits));
  }
}
