package org.zhengtong.services.catalogue.internal;

import com.github.benmanes.caffeine.cache.Interner;
import java.util.Set;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Material;
import org.zhengtong.services.catalogue.Question;
import org.zhengtong.services.catalogue.Situation;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Lets equal texts and equal parts of items be one object while they are read: the same item of many bodies has the same
 * form and the same materials. What nobody holds any more is let go.
 */
final class SharedParts {
    private static final Set<Class<?>> PARTS =
            Set.of(Form.class, Form.Section.class, Form.Field.class, Material.class, Situation.class, Question.class);

    private SharedParts() {}

    static SimpleModule module() {
        Interner<Object> known = Interner.newWeakInterner();
        SimpleModule module = new SimpleModule("shared parts");
        module.addDeserializer(String.class, new Text(known));
        module.setDeserializerModifier(new OfParts(known));
        return module;
    }

    private static final class Text extends StdScalarDeserializer<String> {
        private final Interner<Object> known;

        Text(Interner<Object> known) {
            super(String.class);
            this.known = known;
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            return (String) known.intern(parser.getValueAsString(""));
        }
    }

    private static final class OfParts extends ValueDeserializerModifier {
        private static final long serialVersionUID = 1;
        private final transient Interner<Object> known;

        OfParts(Interner<Object> known) {
            this.known = known;
        }

        @Override
        public ValueDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription.Supplier bean, ValueDeserializer<?> deserializer) {
            return PARTS.contains(bean.getBeanClass()) ? new Part(deserializer, known) : deserializer;
        }
    }

    private static final class Part extends DelegatingDeserializer {
        private final Interner<Object> known;

        Part(ValueDeserializer<?> deserializer, Interner<Object> known) {
            super(deserializer);
            this.known = known;
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> deserializer) {
            return new Part(deserializer, known);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) {
            return known.intern(super.deserialize(parser, context));
        }
    }
}
