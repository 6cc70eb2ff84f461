# Lo que un personaje es para otro: una palabra por cada relación de bot/domain/relations.py.
#
# El mensaje es la palabra en una frase (“madre de …”). $gender es el género de la persona descrita y $of el de la otra,
# si se conocen. Una ficha y una línea de un diagrama sacan su texto de la palabra, como dicen label-from-word y
# line-from-word, salvo que el mensaje tenga un atributo .label o .line propio.
label-from-word = { CAPITALIZED($word) }
line-from-word = { CAPITALIZED($word) } de

# Parejas y amor
relation-spouse = { $gender ->
    [female] esposa
    [male] marido
   *[other] cónyuge
}
    .line = Matrimonio
relation-former-spouse = { $gender ->
    [female] exesposa
    [male] exmarido
   *[other] excónyuge
}
    .line = Divorcio
relation-partner = pareja
    .line = Conviven
relation-romance = interés amoroso
    .line = Amor
relation-love = { $gender ->
    [female] novia o pareja
    [male] novio o pareja
   *[other] pareja
}
relation-first-love = primer amor
relation-first-loved = { $gender ->
    [female] mujer de la que es primer amor
    [male] hombre del que es primer amor
   *[other] persona de la que es primer amor
}
    .label = Primer amor de

# Familia
relation-parent = { $gender ->
    [female] madre
    [male] padre
   *[other] padre o madre
}
relation-child = { $gender ->
    [female] hija
    [male] hijo
   *[other] hijo o hija
}
relation-biological-parent = { $gender ->
    [female] madre biológica
    [male] padre biológico
   *[other] padre o madre biológicos
}
relation-biological-child = { $gender ->
    [female] hija biológica
    [male] hijo biológico
   *[other] hijo o hija biológicos
}
relation-grandparent = { $gender ->
    [female] abuela
    [male] abuelo
   *[other] abuelo o abuela
}
relation-grandchild = { $gender ->
    [female] nieta
    [male] nieto
   *[other] nieto o nieta
}
relation-great-grandparent = { $gender ->
    [female] bisabuela
    [male] bisabuelo
   *[other] bisabuelo o bisabuela
}
relation-great-grandchild = { $gender ->
    [female] bisnieta
    [male] bisnieto
   *[other] bisnieto o bisnieta
}
relation-older-sibling = { $gender ->
    [female] hermana mayor
    [male] hermano mayor
   *[other] hermano o hermana mayor
}
relation-younger-sibling = { $gender ->
    [female] hermana menor
    [male] hermano menor
   *[other] hermano o hermana menor
}
relation-sibling = { $gender ->
    [female] hermana
    [male] hermano
   *[other] hermano o hermana
}
    .line = { $gender ->
        [female] { $of ->
            [female] Hermanas
           *[other] Hermanos
        }
       *[other] Hermanos
    }
relation-aunt-uncle = { $gender ->
    [female] tía
    [male] tío
   *[other] tío o tía
}
relation-niece-nephew = { $gender ->
    [female] sobrina
    [male] sobrino
   *[other] sobrino o sobrina
}
relation-cousin = { $gender ->
    [female] prima
    [male] primo
   *[other] primo o prima
}
relation-parent-in-law = { $gender ->
    [female] suegra
    [male] suegro
   *[other] suegro o suegra
}
relation-child-in-law = { $gender ->
    [female] nuera
    [male] yerno
   *[other] yerno o nuera
}
relation-sibling-in-law = { $gender ->
    [female] cuñada
    [male] cuñado
   *[other] cuñado o cuñada
}
    .line = { $gender ->
        [female] { $of ->
            [female] Cuñadas
           *[other] Cuñados
        }
       *[other] Cuñados
    }
relation-relative = pariente
    .line = Parientes

# Amigos y enemigos
relation-friend = { $gender ->
    [female] amiga
    [male] amigo
   *[other] amistad
}
    .line = { $gender ->
        [female] { $of ->
            [female] Amigas
           *[other] Amigos
        }
       *[other] Amigos
    }
relation-rival = rival
    .line = Rivales
relation-enemy = { $gender ->
    [female] enemiga
   *[other] enemigo
}
    .line = { $gender ->
        [female] { $of ->
            [female] Enemigas
           *[other] Enemigos
        }
       *[other] Enemigos
    }
relation-ally = { $gender ->
    [female] aliada
   *[other] aliado
}
    .line = { $gender ->
        [female] { $of ->
            [female] Aliadas
           *[other] Aliados
        }
       *[other] Aliados
    }
relation-acquaintance = { $gender ->
    [female] conocida
   *[other] conocido
}
    .line = Se conocen
relation-rescuer = { $gender ->
    [female] salvadora
   *[other] salvador
}
    .label = { $of ->
        [female] Rescatada por
       *[other] Rescatado por
    }
    .line = Rescata a
relation-rescued = { $gender ->
    [female] mujer a la que rescató
    [male] hombre al que rescató
   *[other] persona a la que rescató
}
    .label = Rescató a
relation-attacker = atacante
    .label = { $of ->
        [female] Atacada por
       *[other] Atacado por
    }
    .line = Ataca a
relation-attacked = víctima
    .label = Atacó a
relation-shadow = persona que sigue a escondidas
    .label = { $of ->
        [female] Seguida por
       *[other] Seguido por
    }
    .line = Sigue a
relation-shadowed = persona a la que sigue
    .label = Sigue a

# Trabajo
relation-employer = { $gender ->
    [female] empleadora
   *[other] empleador
}
    .line = Emplea a
relation-employee = { $gender ->
    [female] empleada
   *[other] empleado
}
relation-secretary = { $gender ->
    [female] secretaria
   *[other] secretario
}
relation-superior = { $gender ->
    [female] jefa
   *[other] jefe
}
    .label = { $of ->
        [female] Secretaria de
       *[other] Secretario de
    }
relation-doctor = { $gender ->
    [female] médica
   *[other] médico
}
relation-patient = paciente
relation-lawyer = { $gender ->
    [female] abogada
   *[other] abogado
}
relation-client = { $gender ->
    [female] clienta
   *[other] cliente
}
relation-coach = { $gender ->
    [female] entrenadora
   *[other] entrenador
}
    .line = Entrena a
relation-pupil = { $gender ->
    [female] alumna
   *[other] alumno
}
relation-household-staff = { $gender ->
    [female] empleada del hogar
   *[other] empleado del hogar
}
    .line = Trabaja para
relation-household = { $gender ->
    [female] patrona
   *[other] patrón
}
    .label = Trabaja en casa de

# Un personaje, dos intérpretes
relation-younger-self = versión joven
    .label = De joven
relation-older-self = versión adulta
    .label = { $gender ->
        [female] De adulta
       *[other] De adulto
    }
