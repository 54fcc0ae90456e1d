package org.greensward.layer.export;

/** What the values of a field are. */
public enum FieldType {
  TEXT,
  WHOLE,
  NUMBER,
  DATE
}
