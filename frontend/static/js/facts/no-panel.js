// Stands for the facts panel in a frame of another site, where a sentence below the map is all.

export class NoPanel {
  isOpen = false;
  hasFocus = false;

  show() {
    this.isOpen = true;
  }

  close() {
    this.isOpen = false;
  }

  focus() {}

  reveal() {}
}
