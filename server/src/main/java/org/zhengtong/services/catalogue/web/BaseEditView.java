package org.zhengtong.services.catalogue.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.zhengtong.ground.web.FieldError;
import org.zhengtong.ground.web.Page;
import org.zhengtong.services.catalogue.BaseItem;
import org.zhengtong.services.catalogue.Element;
import org.zhengtong.services.catalogue.Inheritance;

/** @param wrong the elements whose value is missing or no number, {@code unexplained} when the reason is missing */
public record BaseEditView(
        BaseItem item, List<BaseElement> elements, String reason, List<Element> wrong, boolean unexplained) {
    static BaseEditView of(BaseItem item, String reason, List<Element> wrong, boolean unexplained) {
        return new BaseEditView(item, BaseItemView.elements(item), reason, List.copyOf(wrong), unexplained);
    }

    public boolean typed(BaseElement element) {
        return BaseForm.isTyped(element.element());
    }

    public List<Inheritance> rules(BaseElement element) {
        return BaseForm.rules(element.element()).stream()
                .filter(rule -> rule == Inheritance.FREE
                        || typed(element)
                        || !element.lines().isEmpty())
                .toList();
    }

    public boolean isWrong(BaseElement element) {
        return wrong.contains(element.element());
    }

    public List<FieldError> errors(Page page) {
        return Stream.concat(
                        wrong.stream()
                                .map(element -> new FieldError(
                                        "value-" + element.id(),
                                        page.t("catalogue.base.wrong", page.t("catalogue.element." + element.id())))),
                        Stream.of(new FieldError("reason", page.t("catalogue.base.reason-missing")))
                                .filter(_ -> unexplained))
                .toList();
    }

    /** Parts with their elements, as the pages of the editor have them. */
    public List<Element.Part> parts() {
        return Arrays.asList(Element.Part.values());
    }

    public List<BaseElement> of(Element.Part part) {
        return elements.stream()
                .filter(element -> element.element().part() == part)
                .toList();
    }
}
