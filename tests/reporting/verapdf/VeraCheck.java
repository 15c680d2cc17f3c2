import java.io.File;
import java.io.FileInputStream;
import java.io.InputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/**
 * Validates PDF files against profiles that veraPDF carries.
 *
 * <p>java -cp $CP VeraCheck ua1,2a a.pdf b.pdf: exit 0 all pass, 1 a rule failed, 2 unreadable.
 */
public final class VeraCheck {
  private static final int ASSERTIONS_KEPT = 5;

  public static void main(String[] arguments) {
    VeraGreenfieldFoundryProvider.initialise();
    int worst = 0;
    for (String id : arguments[0].split(",")) {
      for (int index = 1; index < arguments.length; index++) {
        worst = Math.max(worst, check(id, new File(arguments[index])));
      }
    }
    System.exit(worst);
  }

  private static int check(String id, File file) {
    String name = id.startsWith("ua") ? "PDFUA-" + id.substring(2) : "PDFA-" + id.toUpperCase();
    String resource = "/org/verapdf/pdfa/validation/" + name + ".xml";
    try (InputStream rules = PDFAParser.class.getResourceAsStream(resource);
        InputStream data = new FileInputStream(file)) {
      ValidationProfile profile = Profiles.profileFromXml(rules);
      try (PDFAParser parser = Foundries.defaultInstance().createParser(data, profile.getPDFAFlavour());
          PDFAValidator validator =
              Foundries.defaultInstance().createValidator(profile, ASSERTIONS_KEPT, false, true, false)) {
        return report(id, file, validator.validate(parser));
      }
    } catch (Exception problem) {
      System.out.println(id + " UNREADABLE " + file.getName() + " " + problem);
      return 2;
    }
  }

  private static int report(String id, File file, ValidationResult result) {
    System.out.println(id + (result.isCompliant() ? " PASS " : " FAIL ") + file.getName());
    if (result.isCompliant()) {
      return 0;
    }
    List<TestAssertion> assertions = result.getTestAssertions();
    for (TestAssertion assertion : assertions) {
      System.out.println(
          "  " + assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber()
              + " " + assertion.getMessage());
    }
    return 1;
  }
}
