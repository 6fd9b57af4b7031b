comment on column identity.person.number_sealed is 'sealed as identity.person.number:{id}';
comment on column identity.person.phone_sealed is 'sealed as identity.person.phone:{id}';
comment on column identity.person.address_sealed is 'sealed as identity.person.address:{id}';
comment on column identity.firm.phone_sealed is 'sealed as identity.firm.phone:{id}';
comment on column identity.kept_form.sealed is 'sealed as identity.kept_form:{digest:hex}';
