package org.zhengtong.people.organisation.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.crypto.KeyRenewal;
import org.zhengtong.ground.crypto.KeyRenewal.FieldKey;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.Duty;
import org.zhengtong.people.organisation.KeyKeeping;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;

@Service
class KeyDesk implements KeyKeeping {
    /** One chain of the audit for all keys of fields. */
    private static final UUID SUBJECT =
            UUID.nameUUIDFromBytes("zhengtong field keys".getBytes(StandardCharsets.US_ASCII));

    private final Organisation organisation;
    private final KeyRenewal renewal;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    KeyDesk(Organisation organisation, KeyRenewal renewal, AuditLog audit, TransactionTemplate transaction) {
        this.organisation = organisation;
        this.renewal = renewal;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public List<FieldKey> keys(StaffMember by) {
        Duty.require(organisation, by, Role.SECURITY_ADMINISTRATOR);
        return renewal.keys();
    }

    @Override
    public FieldKey renew(StaffMember by) {
        Duty.require(organisation, by, Role.SECURITY_ADMINISTRATOR);
        return Objects.requireNonNull(transaction.execute(_ -> {
            FieldKey made = renewal.begin().orElseThrow(() -> new Problem(409, "organisation.key-renewal-goes-on"));
            audit.append(SUBJECT, "organisation.renew-key", by.actor(), Map.of("key", String.valueOf(made.number())));
            return made;
        }));
    }
}
