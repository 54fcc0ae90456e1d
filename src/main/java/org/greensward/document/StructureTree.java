package org.greensward.document;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** The tags of a document: what each piece of its pages is, and which belong together. */
final class StructureTree {
  private final PDStructureTreeRoot root = new PDStructureTreeRoot();
  private final PDStructureElement whole;
  private final Map<Integer, COSArray> contents = new LinkedHashMap<>();
  private PDStructureElement section;
  private PDPage page;

  StructureTree(PDDocument document, String title) {
    document.getDocumentInformation().setTitle(title);
    document.getDocumentInformation().setCreator("Greensward");
    document.getDocumentCatalog().setLanguage("en-GB");
    PDMarkInfo marked = new PDMarkInfo();
    marked.setMarked(true);
    document.getDocumentCatalog().setMarkInfo(marked);
    PDViewerPreferences shown = new PDViewerPreferences(new COSDictionary());
    shown.setDisplayDocTitle(true);
    document.getDocumentCatalog().setViewerPreferences(shown);
    document.getDocumentCatalog().setStructureTreeRoot(root);
    whole = new PDStructureElement(StandardStructureTypes.DOCUMENT, root);
    root.appendKid(whole);
  }

  /** What comes next belongs together. */
  void section() {
    section = element(StandardStructureTypes.SECT, whole);
  }

  /** What comes next stands on this page. */
  void page(PDPage sheet) {
    page = sheet;
    page.setStructParents(contents.size());
    page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
    contents.put(contents.size(), new COSArray());
  }

  PDStructureElement element(String role) {
    return element(role, section);
  }

  PDStructureElement element(String role, PDStructureNode parent) {
    PDStructureElement element = new PDStructureElement(role, parent);
    parent.appendKid(element);
    return element;
  }

  /** The number of the next piece of content of this page, which is the element's. */
  int content(PDStructureElement element) {
    COSArray pieces = contents.get(page.getStructParents());
    int number = pieces.size();
    pieces.add(element.getCOSObject());
    if (element.getPage() == null) {
      element.setPage(page);
    }
    if (element.getPage().getCOSObject() == page.getCOSObject()) {
      element.appendKid(number);
    } else {
      COSDictionary elsewhere = new COSDictionary();
      elsewhere.setItem(COSName.TYPE, COSName.getPDFName("MCR"));
      elsewhere.setItem(COSName.PG, page.getCOSObject());
      elsewhere.setInt(COSName.MCID, number);
      element.appendKid(
          new org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure
              .PDMarkedContentReference(elsewhere));
    }
    return number;
  }

  /** Writes which element each piece belongs to. */
  void end() {
    Map<Integer, PDParentTreeValue> numbers = new LinkedHashMap<>();
    contents.forEach((key, pieces) -> numbers.put(key, new PDParentTreeValue(pieces)));
    PDNumberTreeNode tree = new PDNumberTreeNode(PDParentTreeValue.class);
    tree.setNumbers(numbers);
    root.setParentTree(tree);
    root.setParentTreeNextKey(contents.size());
  }
}
