#ifndef NARU_QT_H
#define NARU_QT_H
/* The words that Qt adds to C++. Where Qt itself is there, its headers define them anew. */
#ifdef __cplusplus
#define Q_OBJECT
#define Q_GADGET
#define Q_PROPERTY(...)
#define Q_ENUM(...)
#define Q_ENUMS(...)
#define Q_FLAGS(...)
#define Q_DECLARE_FLAGS(Flags, Enum) typedef int Flags;
#define Q_DECLARE_METATYPE(...)
#define Q_DECLARE_OPERATORS_FOR_FLAGS(...)
#define Q_DECLARE_PRIVATE(...)
#define Q_DECLARE_PUBLIC(...)
#define Q_DISABLE_COPY(...)
#define Q_INTERFACES(...)
#define Q_CLASSINFO(...)
#define Q_UNUSED(x) (void)x;
#define Q_SLOTS __attribute__((annotate("qt_slot")))
#define Q_SIGNALS public __attribute__((annotate("qt_signal")))
#define Q_SLOT __attribute__((annotate("qt_slot")))
#define Q_SIGNAL __attribute__((annotate("qt_signal")))
#define Q_INVOKABLE
#define Q_EMIT
#define Q_DECL_OVERRIDE override
#define Q_FOREACH(variable, container) for (variable : container)
#define Q_FOREVER for (;;)
#ifndef QT_NO_KEYWORDS
#define slots Q_SLOTS
#define signals Q_SIGNALS
#define emit
#define foreach Q_FOREACH
#define forever Q_FOREVER
#endif
#define k_dcop public
#define k_dcop_signals public
#define K_DCOP
#define SLOT(a) "1" #a
#define SIGNAL(a) "2" #a
#define QStringLiteral(text) (text)
#define I18N_NOOP(text) (text)
#endif
#endif
