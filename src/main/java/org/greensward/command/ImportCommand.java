package org.greensward.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code import}: reads a file into a layer. */
@Command(name = "import")
class ImportCommand implements Callable<Integer> {
  @Mixin StoreOptions store;

  @Override
  public Integer call() {
    return 0;
  }
}
