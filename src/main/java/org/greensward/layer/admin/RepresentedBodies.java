package org.greensward.layer.admin;

import java.util.List;
import org.greensward.web.SelectOption;

/** The bodies on whose behalf an officer may change a row. */
public interface RepresentedBodies {
  /** By name; the value is the id. */
  List<SelectOption> list();
}
